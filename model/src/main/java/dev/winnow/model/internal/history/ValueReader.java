package dev.winnow.model.internal.history;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.Flag;
import dev.winnow.model.value.Period;
import dev.winnow.model.vocabulary.Component;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the value of a component as written, in a statement or in an assumption. */
public final class ValueReader {

    private static final Set<String> UNKNOWN = Set.of("unknown", "~", "未知");

    private final Amounts amounts;
    private final References references;

    /**
     * Creates a reader.
     *
     * @param amounts reads figures in the units of the universe or of the pack
     * @param references resolves texts that name entries, such as a firm
     */
    public ValueReader(Amounts amounts, References references) {
        this.amounts = amounts;
        this.references = references;
    }

    /** Reads figures of a component. */
    @FunctionalInterface
    public interface Amounts {

        /** {@return the figure; null if there is none, which is reported} */
        @Nullable
        Figure read(Component component, Node node, Evidence evidence, List<Problem> problems);
    }

    /** Whether a text says that the value is not known. */
    public static boolean isUnknown(String text) {
        return !text.isEmpty() && "u~未".indexOf(text.charAt(0)) >= 0 && UNKNOWN.contains(text);
    }

    /**
     * {@return the value; null if there is none, which is reported}
     *
     * @param problems receives problems of values that are left out
     * @param asked receives problems of doubtful values that are kept
     */
    public @Nullable Object read(
            Component component, Node node, Evidence evidence, List<Problem> problems, List<Problem> asked) {
        return switch (component.kind()) {
            case TEXT -> text(component, node, problems);
            case TEXTS -> texts(component, node, problems, asked);
            case FIGURE -> amounts.read(component, node, evidence, problems);
            case FLAG -> Flag.parse(component.name(), node, problems);
            case DATE -> day(component, node, problems);
            case EVIDENCE -> throw new IllegalStateException("evidence is neither stated nor assumed");
        };
    }

    private static @Nullable LocalDate day(Component component, Node node, List<Problem> problems) {
        Period period = Period.parse(component.name(), node, problems);
        if (period == null) {
            return null;
        }
        // A decision counts from the first day of its period, so that rules never see facts that are later than the
        // decision.
        return component.name().equals("decided") ? period.first() : period.last();
    }

    private @Nullable String text(Component component, Node node, List<Problem> problems) {
        String text = node.text().strip();
        if (!node.isScalar()) {
            problems.add(node.problem(Message.of(
                    "`%s` must be a text, not %s", component.name(), node.kind().words())));
        } else if (text.isEmpty()) {
            problems.add(node.problem(Message.of("`%s` is empty", component.name()), Message.of("leave it out")));
        } else if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\t') >= 0) {
            // in a table it would look the same as a text with a blank
            problems.add(node.problem(Message.of("`%s` contains a line break or a tab", component.name())));
        } else if (!component.words().isEmpty() && !component.words().contains(text)) {
            problems.add(node.problem(strange(component, text), Nearest.oneOf(text, component.words())));
        } else {
            return component.refers() == null ? text : references.read(component.refers(), node, problems);
        }
        return null;
    }

    private static Message strange(Component component, String text) {
        return component.kind() == Component.Kind.TEXTS
                ? Message.of("`%s` is not one of `%s`", text, component.name())
                : switch (component.name()) {
                    case "kind" -> Message.of("`%s` is not a kind", text);
                    case "step" -> Message.of("`%s` is not a step", text);
                    default -> Message.of("`%s` is not a %s", text, component.name());
                };
    }

    /** Returns the text of a list with ASCII brackets and commas in place of full-width ones. */
    private static String asList(String text) {
        return "[" + text.strip().replaceAll("^[［【]|[］】\\]]$", "").replaceAll("\\s*[，、]\\s*", ", ") + "]";
    }

    private @Nullable List<String> texts(Component component, Node node, List<Problem> problems, List<Problem> asked) {
        if (!node.isList()) {
            problems.add(node.problem(
                    Message.of(
                            "`%s` must be a list, not %s",
                            component.name(), node.kind().words()),
                    node.isScalar() ? Message.of("did you mean `%s`?", asList(node.text())) : null));
            return null;
        }
        Map<String, String> seen = new HashMap<>();
        List<String> texts = new ArrayList<>();
        for (Node item : node.items()) {
            String text = text(component, item, problems);
            if (text == null) {
                continue;
            }
            String written = item.text().strip();
            String earlier = seen.putIfAbsent(text, written);
            if (earlier == null) {
                texts.add(text);
            } else if (earlier.equals(written)) {
                problems.add(item.problem(Message.of("`%s` lists `%s` twice", component.name(), text)));
            } else {
                asked.add(item.problem(Message.of(
                        "`%s` names one firm as `%s` and as `%s`; it counts once",
                        component.name(), earlier, written)));
            }
        }
        return texts;
    }
}
