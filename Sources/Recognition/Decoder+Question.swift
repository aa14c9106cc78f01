extension Decoder {
    /// A question's own language model.
    struct Question {
        /// The file of the model, which we wrote.
        var path: String
        /// Its words.
        var words: Set<String>
        /// Its share of the mixture, 0...1.
        var share: Double
    }
}
