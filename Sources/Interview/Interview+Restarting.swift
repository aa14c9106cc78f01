public import FoundationEssentials

extension Interview {
    /// The same interview to be held once more; this one stays as it is.
    ///
    /// - Throws: `InterviewError.notAllowed` while it is not over.
    public func restarted(id: String, seed: UInt64, at date: Date) throws(InterviewError) -> Interview {
        let (plan, details) = try repetition(seed: seed)
        return Interview(id: id, plan: plan, details: details, startedAt: date)
    }

    /// The same interview to be held once more at a time to come; this one stays as it is.
    ///
    /// - Throws: `InterviewError.notAllowed` while it is not over.
    public func restarted(
        id: String, seed: UInt64, schedule: InterviewSchedule, at date: Date
    ) throws(InterviewError) -> Interview {
        let (plan, details) = try repetition(seed: seed)
        return Interview(id: id, plan: plan, details: details, schedule: schedule, createdAt: date)
    }

    private func repetition(
        seed: UInt64
    ) throws(InterviewError) -> (plan: InterviewPlan, details: InterviewDetails) {
        guard state.allowed.contains(.restart) else { throw .notAllowed(.restart, state) }
        var plan = plan
        plan.seed = seed
        var details = details
        details.repeats = id
        // What is held after a sample is no sample.
        details.tags.removeAll { $0 == InterviewDetails.sampleTag }
        return (plan, details)
    }
}
