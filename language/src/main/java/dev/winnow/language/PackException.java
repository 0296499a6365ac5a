package dev.winnow.language;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Thrown when a rule pack cannot be used. Its message lists the same problems as {@link #problems}. */
public final class PackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int MOST_OF_A_FILE = 50;

    private final transient List<Problem> problems;

    /**
     * Creates an exception for problems.
     *
     * @param problems the problems; not empty
     */
    public PackException(List<Problem> problems) {
        this(shown(problems), null, count(problems));
    }

    /**
     * Creates an exception for problems with a cause.
     *
     * @param problems the problems; not empty
     * @param cause the exception that led to them
     */
    public PackException(List<Problem> problems, Throwable cause) {
        this(shown(problems), cause, count(problems));
    }

    private PackException(List<Problem> shown, @Nullable Throwable cause, long all) {
        super(
                all + (all == 1 ? " problem" : " problems") + " in the rule pack:\n"
                        + shown.stream().map(Problem::toString).collect(Collectors.joining("\n")),
                cause);
        this.problems = shown;
    }

    private static long count(List<Problem> problems) {
        return problems.stream().distinct().count();
    }

    /** Returns the first problems of each file and the number of those left out. */
    private static List<Problem> shown(List<Problem> problems) {
        List<Problem> sorted = problems.stream().sorted().distinct().toList();
        Map<String, Integer> counts = new HashMap<>();
        List<Problem> shown = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            String file = sorted.get(i).place().file();
            int count = counts.merge(file, 1, Integer::sum);
            if (count <= MOST_OF_A_FILE) {
                shown.add(sorted.get(i));
            }
            boolean last =
                    i + 1 == sorted.size() || !sorted.get(i + 1).place().file().equals(file);
            if (last && count > MOST_OF_A_FILE) {
                int more = count - MOST_OF_A_FILE;
                shown.add(Problem.at(
                        Place.file(file),
                        more == 1 ? Message.of("and 1 more problem") : Message.of("and %s more problems", more)));
            }
        }
        return List.copyOf(shown);
    }

    /** {@return the problems by place; never empty} At most 50 per file, followed by the number of those left out. */
    public List<Problem> problems() {
        return problems;
    }
}
