import HTTPClient
import Programs

extension ProgramFailure {
    /// What happened to a program that hears, and what to do.
    func reason(program: String) -> String {
        switch self {
        case .noPlace(let reason): reason
        case .notStarted(let reason): "\(program) cannot be started: \(reason)"
        case .exited(let status, let messages): "\(program) ended with status \(status)\(Self.said(messages))"
        case .signaled(let signal, let messages): "signal \(signal) ended \(program)\(Self.said(messages))"
        case .endless(let limit):
            "\(program) was stopped after \(limit.components.seconds) s without an end; use a smaller model or allow "
                + "longer"
        case .flooded(let limit):
            "\(program) was stopped because it printed more than \(limit) bytes; does it print a transcript?"
        case .cancelled: "it was cancelled"
        case .unreadable(let reason): "what \(program) prints cannot be read: \(reason)"
        }
    }

    private static func said(_ messages: String) -> String {
        let line = ServiceText.excerpt(messages, limit: CommandConfiguration.keptMessageBytes)
        return line.isEmpty ? " and said nothing of why" : ": " + line
    }
}
