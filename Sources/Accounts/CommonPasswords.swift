/// Passwords that are tried first, as far as they are long enough to be set.
enum CommonPasswords {
    /// Whole passwords of 12 characters and more that stand high in lists of passwords that became known.
    static let list: Set<String> = [
        "1qaz2wsx3edc", "1qaz2wsx3edc4rfv", "1q2w3e4r5t6y", "1q2w3e4r5t6y7u8i", "q1w2e3r4t5y6",
        "zaq12wsxcde3",
        "qwertyuiop[]", "qwertyuiop123", "qwertyuiop1234", "qwertyuiopasdf", "qwertyuiopasdfghjkl",
        "qwertyuiopasdfghjklzxcvbnm", "asdfghjkl123", "asdfghjkl1234", "asdfghjklzxcvbnm", "zxcvbnmasdfghjkl",
        "qazwsxedcrfv", "qazwsxedcrfvtgb", "qazwsxedcrfvtgbyhn", "qweasdzxc123", "qwerty123456",
        "123456qwerty",
        "123qweasdzxc", "abcdefghijkl", "abcdefghijklm", "abcdefghijklmnop", "abcdefghijklmnopqrstuvwxyz",
        "abc123abc123", "abcd1234abcd", "abcd12345678", "a1b2c3d4e5f6", "1a2b3c4d5e6f", "123456789012",
        "1234567890123", "12345678901234", "123456789012345", "1234567890123456", "12345678901234567890",
        "098765432109", "0987654321098", "098765432112", "123456654321", "123123123123", "123412341234",
        "121212121212", "112233445566", "111222333444", "1234567887654321", "123454321234", "147258369147",
        "159357159357", "0123456789ab", "0123456789abcdef", "changemenow1", "letmeinplease", "pleaseletmein",
        "thisismypassword", "thisispassword", "mypasswordis", "mypassword123", "iloveyouforever",
        "iloveyousomuch", "iloveyou1234", "iloveyoubaby", "correcthorsebatterystaple",
        "correct horse battery staple", "administrator", "administrator1", "adminadminadmin", "rootrootroot",
        "testtesttest", "useruseruser", "passwordpassword", "yourpasswordhere", "your_secret_key_here",
        "trustno1trustno1", "footballfootball", "superman1234", "princess1234", "liverpoolfc1",
        "chelseafc123",
        "manchesterunited", "unitedstates", "motherfucker", "motherfucker1", "fuckyoufuckyou",
        "masterofpuppets",
        "jesusislord1", "jesuschrist1", "godisgood123", "godislove123", "blink182blink182", "metallica123",
        "spongebob123", "happybirthday", "merrychristmas", "qwerty12345678", "interviewcoach",
    ]

    /// Words that are no password, not even several times and with digits and signs around them.
    static let stems = [
        "password", "passwort", "passw0rd", "p@ssword", "p@ssw0rd", "qwerty", "qwertyuiop", "qwertz",
        "azerty",
        "letmein", "welcome", "admin", "administrator", "iloveyou", "changeme", "secret", "monkey", "dragon",
        "football", "baseball", "sunshine", "princess", "superman", "batman", "master", "trustno",
        "interview",
        "viva", "test", "user", "root", "guest", "default", "login", "abc", "hello", "summer", "winter",
        "spring",
        "autumn",
    ]
}
