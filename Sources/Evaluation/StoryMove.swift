/// One thing that tellers of a story from work do, whatever the story is about: set the scene, name a limit of time,
/// ask somebody, try something, tell how it ended.
///
/// A question's author names a move in braces where a variant of a key point would stand: `{consulted}`. A move is
/// found by the shape of the words around it (`StoryPattern`), so it needs no word of the subject; how far it counts
/// is bounded by how much else of the answer is about the question (`PointMatcher`).
enum StoryMove: String, Sendable, CaseIterable {
    /// When and where it was.
    case setting
    /// A limit of time, or that something could not wait.
    case urgency
    /// Something that was to be done.
    case task
    /// Choosing, planning, or leaving something out.
    case planned
    /// Asking, calling or meeting somebody.
    case consulted
    /// Telling somebody something that they had to know.
    case informed
    /// Making or trying something with one's own hands.
    case made
    /// Putting something right.
    case repaired
    /// Two people want, think or fear different things.
    case views
    /// Hearing what the other one has to say.
    case listened
    /// An agreement, a choice that both carry, or a proposal.
    case agreed
    /// What changed in the end, best with a figure.
    case outcome
    /// What was learned, or is done otherwise since.
    case lesson
    /// A reason.
    case reason

    /// The move that a variant names; `nil` when the variant is words to be said.
    init?(variant: String) {
        let text = variant.filter { !$0.isWhitespace }
        guard text.hasPrefix("{"), text.hasSuffix("}") else { return nil }
        self.init(rawValue: String(text.dropFirst().dropLast()))
    }

    /// The stretches of an answer that show this move, in their order and apart from each other.
    func places(in texts: [String]) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var start = isAtEnd ? texts.count * 2 / 5 : 0
        while start < texts.count {
            let ends = patterns.compactMap { $0.end(in: texts, from: start) }
            if let end = ends.max() {
                places.append(start..<end)
                start = end
            } else {
                start += 1
            }
        }
        return places
    }

    /// Whether the move belongs to the later part of a story: a figure at its beginning is no outcome.
    var isAtEnd: Bool { self == .outcome || self == .lesson }

    private var patterns: [StoryPattern] { Self.table[self] ?? [] }

    private static let table: [StoryMove: [StoryPattern]] = StoryMovePatterns.texts.mapValues {
        $0.map(StoryPattern.init)
    }
}
