/// Narrows what a list is asked for to an organization.
extension Int64? {
    /// Takes the organization of whoever asks where no other one is asked for.
    ///
    /// - Parameter own: the organization that somebody looks after; `nil` for whoever looks after all.
    /// - Returns: whether there may be something to show: not where another organization is asked for.
    mutating func narrow(toOrganization own: Int64?) -> Bool {
        guard let own else { return true }
        guard self == nil || self == own else { return false }
        self = own
        return true
    }
}
