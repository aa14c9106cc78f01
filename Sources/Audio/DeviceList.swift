import Speech

/// Looks at the devices and opens them on a thread of its own: a sound system may take seconds to answer.
actor DeviceList {
    private let queue = SerialQueue(label: "viva.audio.device")

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    func devices() throws(AudioError) -> [AudioDevice] {
        try PortAudioSession().devices()
    }

    /// A microphone that records from now on, on the thread of this list.
    func microphone(_ device: String?) throws(AudioError) -> Microphone {
        try Microphone(device: device, queue: queue)
    }
}
