extension Interview {
    /// The role as it is shown: as somebody wrote it, else as the questions were chosen for it; `nil` for any.
    public var role: String? { details.role ?? plan.preferences.role }

    /// The names of the skills as they are shown: as somebody wrote them, else as the questions were chosen for them.
    public var skillNames: [String] {
        details.skills ?? (plan.preferences.skills?.skills ?? []).map(\.skill.name)
    }
}
