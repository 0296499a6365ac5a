package dev.winnow.report;

/** Says facts in words. */
public interface FactWords {

    /** What one asks for: {@code the project’s yield rate} for {@code project.yieldRate}. */
    String asked(String fact);

    /** What was read, before its value. */
    String read(String property, String value);
}
