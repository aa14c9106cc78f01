/// A model as others publish it, in a folder on this machine, and where it came from.
struct FetchedModel: Sendable, Hashable {
    var folder: SourceFolder
    var source: ModelSource
}
