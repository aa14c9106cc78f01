/// What the `config.json` of Hugging Face's transformers says of a model, beside what is true of it: a configuration that
/// belongs to other weights, or to a model that is computed in another way, is refused.
struct ConfigClaims {
    /// The path of the configuration.
    var path: String
    /// What models of this kind are called, for example `BERT`.
    var family: String
    /// Numbers as the configuration has them, where it does, and as the weights have them.
    var sizes: [(name: String, said: Int?, found: Int)]
    /// How the model is computed as the configuration has it, where it does, and as it is done here.
    var workings: [(name: String, said: String?, needed: String)]

    /// - Throws: `ModelError.damaged` for other sizes than those of the weights, `unsupported` for another way to compute.
    func check() throws(ModelError) {
        for (name, said, found) in sizes {
            if let said, said != found {
                throw .damaged(path: path, reason: "its \(name) is \(said), and the weights are for \(found)")
            }
        }
        for (name, said, needed) in workings {
            if let said, said != needed {
                throw .unsupported(path: path, what: "its \(name) is \(said), and \(family)'s is \(needed)")
            }
        }
    }
}
