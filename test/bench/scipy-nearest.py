"""Times scipy's Dijkstra from the nearest of many seeds, for each list of seeds of task.json, over arcs in compressed rows."""

import json
import sys
import time

import numpy
import scipy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

folder = sys.argv[1]
start = numpy.fromfile(f"{folder}/start", dtype=numpy.int32)
arcs = numpy.fromfile(f"{folder}/arcs", dtype=numpy.int32).reshape(-1, 2)
with open(f"{folder}/task.json", encoding="utf8") as file:
    task = json.load(file)

nodes = len(start) - 1
sources = numpy.repeat(numpy.arange(nodes, dtype=numpy.int32), numpy.diff(start))
# of parallel arcs the cheapest counts; a sparse matrix would add them up
order = numpy.lexsort((arcs[:, 1], arcs[:, 0], sources))
sources, targets, costs = sources[order], arcs[order, 0], arcs[order, 1]
first = numpy.ones(len(sources), dtype=bool)
first[1:] = (sources[1:] != sources[:-1]) | (targets[1:] != targets[:-1])
graph = csr_matrix((costs[first].astype(float), (sources[first], targets[first])), shape=(nodes, nodes))

durations = []
for _ in range(6):
    started = time.perf_counter()
    for seeds in task["seeds"]:
        dijkstra(graph, directed=True, indices=sorted(set(seeds)), limit=task["limit"], min_only=True)
    durations.append((time.perf_counter() - started) * 1000)
durations = sorted(durations[1:])
print(json.dumps({"version": scipy.__version__, "p50Ms": durations[2], "p95Ms": durations[-1]}))
