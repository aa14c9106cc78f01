extension Hearing {
    /// How the answer arrived, in one or two words: "typed", "partly heard".
    package var phrase: String {
        switch (source, level) {
        case (.typed, _): "typed"
        case (.spoken, .good): "heard well"
        case (.spoken, .partial): "partly heard"
        case (.spoken, .poor): "poorly heard"
        case (.spoken, .notEnough): "not enough heard"
        }
    }
}
