/// Why a calendar's text could not be written.
public enum CalendarError: Error, Sendable, Equatable, CustomStringConvertible {
    /// It is no address that mail can be sent to.
    case invalidEmail(String)
    /// What is sent must name who sends it or to whom it goes: what is missing.
    case missing(String, method: CalendarMethod)
    /// A calendar cannot hold a moment so many seconds from 1970.
    case beyondCalendars(secondsSince1970: Double)

    /// What was being done, why it failed and what to do.
    public var description: String {
        switch self {
        case .invalidEmail(let text):
            "A calendar's entry needs an address such as name@example.org, and \"\(text)\" is none: correct it."
        case .missing(let what, let method):
            "A calendar's entry of the method \(method.rawValue) needs \(what): give it, or write one of the method "
                + "\(CalendarMethod.publish.rawValue)."
        case .beyondCalendars(let seconds):
            "A calendar holds the years 1583 to 9999, and not \(seconds) seconds since 1970: correct the time."
        }
    }
}
