/// Replaced when the room is furnished.
public enum TestingPlaceholder {}
