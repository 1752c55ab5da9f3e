import { parentPort } from "node:worker_threads";
import { makeSampleDistrict } from "../../geodata/generate/sample-district.ts";

parentPort?.postMessage(makeSampleDistrict());
