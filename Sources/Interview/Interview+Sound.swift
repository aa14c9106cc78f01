extension Interview {
    /// Whether the sound of an answer is kept: always, or in an interview that keeps none until the answer is judged. What nobody has
    /// heard yet is not thrown away.
    public func keepsSound(of take: Take) -> Bool { details.keepsAudio || take.evaluation == nil }

    /// The files of answers whose sound is not kept any more.
    public var forgottenRecordings: Set<String> {
        guard !details.keepsAudio else { return [] }
        return Set(turns.flatMap(\.takes).filter { !keepsSound(of: $0) }.compactMap(\.recording))
    }
}
