/// What whoever gets a calendar's text is to do with it (RFC 5546).
public enum CalendarMethod: String, Sendable, Hashable, Codable, CaseIterable {
    /// See it: nobody is asked to come.
    case publish = "PUBLISH"
    /// Come: an invitation, or a newer one in its place.
    case request = "REQUEST"
    /// Take it out of the calendar.
    case cancel = "CANCEL"
}
