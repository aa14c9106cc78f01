/// An observation with how far it lies outside its band: 1 at the limit where it becomes a weakness.
struct JudgedObservation: Sendable {
    var observation: Observation
    var severity: Double

    init(
        _ kind: Observation.Kind, _ judgement: Observation.Judgement, _ text: String,
        at seconds: Double? = nil,
        severity: Double = 0
    ) {
        observation = Observation(kind: kind, judgement: judgement, text: text, atSeconds: seconds)
        self.severity = severity
    }

    var judgement: Observation.Judgement { observation.judgement }
}
