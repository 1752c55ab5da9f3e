import type { FastifyInstance } from "fastify";
import { expect } from "vitest";
import type { AnalysisName, AnalysisResult } from "../../server/contract/analyses.ts";
import type { Answer } from "../../server/contract/analysis.ts";

/** Asks one analysis about a district over HTTP and expects an answer; `codes` are the codes of its data quality. */
export async function askAnalysis<Name extends AnalysisName>(
  app: FastifyInstance,
  districtId: string,
  name: Name,
  body: Record<string, unknown>,
): Promise<Answer<AnalysisResult<Name>> & { codes: string[] }> {
  const reply = await app.inject({
    method: "POST",
    url: `/api/analyses/${name}?district=${districtId}`,
    payload: body,
  });
  const answer = reply.json();
  expect(answer.error).toBeUndefined();
  return {
    ...answer,
    codes: answer.dataQuality.map(({ code, field }: { code: string; field?: string }) =>
      field === undefined ? code : `${code} ${field}`,
    ),
  };
}
