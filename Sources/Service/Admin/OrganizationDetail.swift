public import Interview
public import Records

/// An organization with how much belongs to it.
public struct OrganizationDetail: Sendable, Hashable {
    /// The organization.
    public let kept: KeptRecord<Organization>
    /// How much belongs to it.
    public let extent: OrganizationExtent
}
