import FoundationEssentials

extension Interview {
    enum CodingKeys: String, CodingKey {
        case id, plan, details, schedule, createdAt, startedAt, endedAt, state, turns, cancellation, review
        case awaitsAnotherTake, place
    }

    /// Reads an interview; one that was kept before interviews had details and plans for a time has neither.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let startedAt = try container.decodeIfPresent(Date.self, forKey: .startedAt)
        self.init(
            id: try container.decode(String.self, forKey: .id),
            plan: try container.decode(InterviewPlan.self, forKey: .plan),
            details: try container.decodeIfPresent(InterviewDetails.self, forKey: .details)
                ?? InterviewDetails(),
            schedule: try container.decodeIfPresent(InterviewSchedule.self, forKey: .schedule),
            createdAt: try container.decodeIfPresent(Date.self, forKey: .createdAt) ?? startedAt
                ?? .distantPast,
            startedAt: startedAt, endedAt: try container.decodeIfPresent(Date.self, forKey: .endedAt),
            state: try container.decode(InterviewState.self, forKey: .state),
            turns: try container.decode([Turn].self, forKey: .turns),
            cancellation: try container.decodeIfPresent(String.self, forKey: .cancellation),
            review: try container.decodeIfPresent(HumanReview.self, forKey: .review),
            awaitsAnotherTake: try container.decode(Bool.self, forKey: .awaitsAnotherTake),
            place: try container.decodeIfPresent(InterviewPlace.self, forKey: .place))
    }
}
