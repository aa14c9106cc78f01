public import ArgumentParser
public import Interview

extension CalendarMethod: ExpressibleByArgument {
    /// The method in small or in large letters.
    public init?(argument: String) { self.init(rawValue: argument.uppercased()) }

    /// The methods as they are given to an option.
    public static var allValueStrings: [String] { allCases.map { $0.rawValue.lowercased() } }
}
