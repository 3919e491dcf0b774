/// In what a rule measures a period (민법 제155조~제161조).
public enum PeriodUnit: String, StableCode {
    case day, week, month, year
}
