/// Which question of an interview is at hand.
enum InterviewPlace: Sendable, Hashable, Codable {
    /// None: the last one was passed over.
    case nothing
    /// That with this number among those that were put.
    case turn(Int)
}
