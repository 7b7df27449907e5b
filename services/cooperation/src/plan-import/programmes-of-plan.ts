import type { CooperationTheme } from "../programme/programme-theme.ts"

/** Where a programme stands in the plan, what it is about, and what else the same cooperation serves. */
export interface ProgrammeOfPlan {
  /** Code of the task or number of the measure. */
  task?: string
  measure?: string
  theme: CooperationTheme
  /** Codes of further tasks. */
  relatedTasks: readonly string[]
  /** Codes of indicators. */
  relatedIndicators: readonly string[]
}

/** The plan whose programmes these are. */
export const NUMBER_OF_PLAN = "43/KH-UBND"

/**
 * What Plan 43/KH-UBND says about international cooperation, in printed order: measures 4.9 and 7.1–7.5, tasks 93 and
 * 135–140. Each link stands on words that both ends have, or say the same with:
 * - 4.9 – 93: “Mạng lưới sáng kiến Hà Nội”; 93 – 139: “mạng lưới”, “chuyên gia, nhà khoa học ở trong và ngoài nước”;
 * - 7.1 – 136: the same sentence; 7.3 – 140: “nghiên cứu khả năng tham gia các cơ chế, sáng kiến hợp tác”;
 *   7.4 – 135: “Đề án Việt Nam chủ động tham gia vào các tổ chức tiêu chuẩn hóa quốc tế”;
 * - 31 (“người nước ngoài vào làm quản lý, giảng dạy, nghiên cứu khoa học”) with 7.2 (“chuyên gia, nhà khoa học nước
 *   ngoài”) and 139 (“chuyên gia, nhà khoa học trong và ngoài nước”); 139 with 7.2 by the same words;
 * - 34 (“viện trợ không hoàn lại … của các cơ quan, tổ chức, cá nhân nước ngoài”) with 7.2 (“Văn phòng đại diện của các
 *   tổ chức quốc tế …, thu hút các dự án”);
 * - 36 (“học hỏi, giải mã các công nghệ tiên tiến của nước ngoài”) with 138 (“các mô hình, kinh nghiệm quốc tế”);
 * - 134 and indicators 24 and 39 (“doanh nghiệp công nghệ hàng đầu thế giới”) with 7.1 and 136 (“các tập đoàn đa quốc
 *   gia có trình độ khoa học, công nghệ … phát triển”) and 137 (“các tập đoàn công nghệ hàng đầu”).
 *
 * Indicators 18 (organisations ranked in the world) and 19 (international publications) share a subject and no words:
 * they hang where scientists here and abroad are connected, 4.9, 93 and 139, and nowhere else.
 * Measure 7.5 shares its words with nothing. Source: DOMAIN.md, "International cooperation".
 */
export const PROGRAMMES_OF_PLAN: readonly ProgrammeOfPlan[] = [
  { measure: "4.9", theme: "INNOVATION_NETWORK", relatedTasks: ["93"], relatedIndicators: ["18", "19"] },
  {
    measure: "7.1",
    theme: "PARTNER_CITIES_AND_CORPORATIONS",
    relatedTasks: ["134", "136"],
    relatedIndicators: ["24", "39"],
  },
  {
    measure: "7.2",
    theme: "FRIENDSHIP_ORGANISATIONS",
    relatedTasks: ["31", "34", "139"],
    relatedIndicators: [],
  },
  { measure: "7.3", theme: "MULTILATERAL_MECHANISMS", relatedTasks: ["140"], relatedIndicators: [] },
  { measure: "7.4", theme: "STANDARDS_BODIES", relatedTasks: ["135"], relatedIndicators: [] },
  { measure: "7.5", theme: "TRAINING_ABROAD", relatedTasks: [], relatedIndicators: [] },
  { task: "93", theme: "INNOVATION_NETWORK", relatedTasks: ["139"], relatedIndicators: ["18", "19"] },
  { task: "135", theme: "STANDARDS_BODIES", relatedTasks: [], relatedIndicators: [] },
  {
    task: "136",
    theme: "PARTNER_CITIES_AND_CORPORATIONS",
    relatedTasks: ["134"],
    relatedIndicators: ["24", "39"],
  },
  { task: "137", theme: "PARTNERSHIP_FRAMEWORKS", relatedTasks: ["134"], relatedIndicators: ["24", "39"] },
  { task: "138", theme: "LESSONS_AND_MODELS", relatedTasks: ["36"], relatedIndicators: [] },
  { task: "139", theme: "EXPERTS_ABROAD", relatedTasks: ["31", "93"], relatedIndicators: ["18", "19"] },
  { task: "140", theme: "MULTILATERAL_MECHANISMS", relatedTasks: [], relatedIndicators: [] },
]
