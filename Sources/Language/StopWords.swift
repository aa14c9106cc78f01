/// Words
public enum StopWords {}
