extension Question {
    /// The same without white space around its id and its text.
    ///
    /// - Throws: `InvalidField` when one of them or the category is empty or too long, or its time is none.
    public func checked() throws(InvalidField) -> Question {
        var question = self
        question.id = try InvalidField.name(id, "id")
        guard let text = try InvalidField.text(text, "text") else {
            throw InvalidField(field: "text", reason: "It is empty: write the question.")
        }
        question.text = text
        question.category = try InvalidField.name(category, "category")
        guard expectedDurationSeconds.isFinite, expectedDurationSeconds > 0, expectedDurationSeconds <= 86_400
        else {
            throw InvalidField(
                field: "expected duration",
                reason: "It is not within 0 and 86,400 seconds.")
        }
        return question
    }
}
