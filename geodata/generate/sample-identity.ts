/** What the sample district is called, known before it is made. */
export const SAMPLE_DISTRICT = {
  id: "500103",
  adcode: "500103",
  nameZh: "渝中区(演示数据)",
  nameEn: "Yuzhong (generated sample)",
  sample: true,
} as const;

/** Says on every screen and download that nothing of the sample is measured. */
export const SAMPLE_SOURCE =
  "演示数据（非真实）：由 geodata/control 的少量公开事实按公布总量生成 / generated sample, not measured data";
