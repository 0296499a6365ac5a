package dev.winnow.tables;

import java.util.List;

/** placeholder of names. */
public final class Template {
    static final List<String> NOTES = List.of("notes", "说明");
    static final String CHOICES = "choices";
    private Template() {}
}
