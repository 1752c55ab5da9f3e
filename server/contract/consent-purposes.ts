/** What households are asked to agree to: to be acquired, to a lift, to renew their building themselves. */
export const CONSENT_PURPOSES = ["acquisition", "lift", "self-renewal"] as const;
