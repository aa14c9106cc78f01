extension Collection where Index == Int {
    /// At most `limit` of the elements, evenly spread over all; all of them without a limit.
    func evenlySpread(_ limit: Int?) -> [Element] {
        guard let limit, count > limit else { return Array(self) }
        return enumerated().filter { place, _ in place * limit / count != (place + 1) * limit / count }
            .map(\.element)
    }
}
