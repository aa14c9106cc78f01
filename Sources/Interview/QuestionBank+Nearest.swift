import Language

extension QuestionBank {
    /// The ids most like a name that is none of them, nearest first: those that hold it or that it holds, then by how
    /// few letters must be changed.
    public func nearestIDs(to name: String, limit: Int = 3) -> [String] {
        let name = name.lowercased()
        let places = questions.enumerated().map { place, question in
            let isPart = !name.isEmpty && (question.id.contains(name) || name.contains(question.id))
            return (isPart ? 0 : 1, EditDistance.between(name, question.id), place)
        }
        return places.sorted(by: <).prefix(max(0, limit)).map { questions[$0.2].id }
    }
}
