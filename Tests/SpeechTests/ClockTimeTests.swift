import Speech
import Testing

@Suite struct ClockTimeTests {
    @Test(arguments: [
        (0, "0:00"), (7.9, "0:07"), (62, "1:02"), (3599.99, "59:59"), (3723, "1:02:03"), (-1, "0:00"),
        (.nan, "0:00"), (-.infinity, "0:00"), (.infinity, "277777:46:40"), (1e300, "277777:46:40"),
    ])
    func showsTimesAsAClock(seconds: Double, text: String) {
        #expect(ClockTime(seconds).description == text)
    }
}
