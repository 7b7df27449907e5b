/** Matters of defence, security and cipher work. */
const SENSITIVE =
  /pháp luật về cơ yếu|công nghiệp an ninh|nhiệm vụ quốc phòng|lực lượng đảm bảo an toàn, an ninh mạng|gián điệp mạng|hiện đại hóa quân đội|lực lượng Công an nhân dân/iu

/**
 * Whether what is entered about a task must be free of classified content: the task concerns cipher work, defence or
 * security (in the published plan 23, 41, 42, 110–112 and 121).
 * @param title the name of the task
 */
export function isSensitive(title: string): boolean {
  return SENSITIVE.test(title)
}
