import CPocketSphinx

extension Decoder {
    /// Why a step failed, in the library's words.
    struct Failure: Error {
        var reason: String
    }

    /// Throws when the library answers a step with a code below 0.
    static func check(_ code: Int32, _ step: String) throws(Failure) {
        guard code >= 0 else { throw Failure(reason: reason(step)) }
    }

    /// A step that failed, with what the library said of it.
    static func reason(_ step: String) -> String {
        let message = String(cString: cps_error()).split(whereSeparator: \.isNewline).joined(separator: " ")
        return message.isEmpty ? step : "\(step) (\(message))"
    }
}
