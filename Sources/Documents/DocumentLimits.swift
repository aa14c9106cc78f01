/// How much of this machine one document may take: documents come from strangers.
public struct DocumentLimits: Sendable, Hashable {
    /// The longest file, in bytes.
    public var bytes = 20 << 20
    /// The most pages of a PDF that are read; those behind them are left out, and a warning says so.
    public var pages = 20
    /// The most pages without text whose picture is read, since that takes seconds for each.
    public var scannedPages = 8
    /// The longer side of a page's picture, in pixels: A4 at 300 dots an inch.
    public var pagePixels = 3508
    /// Processor time of each program that is run, in seconds.
    public var cpuSeconds = 30
    /// How long everything may take together by the clock, in seconds.
    public var wallSeconds = 180
    /// Address space of each program, in bytes.
    public var memoryBytes = 2 << 30
    /// The longest file that a program may write, in bytes: a page's picture takes about 9 MB.
    public var fileBytes = 64 << 20
    /// The longest text, in characters: some 200 pages.
    public var characters = 1_000_000

    /// The limits of a resume or a job description.
    public init() {}
}
