package dev.winnow.report.internal.contents;

import dev.winnow.report.internal.document.Block.KeyFact;
import dev.winnow.report.internal.document.Section;
import java.util.List;

/**
 * The additions of a further source of statements, such as the judgements of a panel, to the minutes of a meeting.
 *
 * @param attendance persons who took part, at the end of the attendance
 * @param recusals sentences at the end of the recusals
 * @param sections sections that follow the recusals
 */
public record MinutesAdditions(List<KeyFact> attendance, List<String> recusals, List<Section> sections) {

    /** No additions. */
    public static final MinutesAdditions NONE = new MinutesAdditions(List.of(), List.of(), List.of());

    public MinutesAdditions {
        attendance = List.copyOf(attendance);
        recusals = List.copyOf(recusals);
        sections = List.copyOf(sections);
    }
}
