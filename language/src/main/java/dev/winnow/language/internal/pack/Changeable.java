package dev.winnow.language.internal.pack;

import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.internal.declared.Fields;
import dev.winnow.model.source.Internal;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A figure of a project that can be changed by negotiation, as declared in pack.yaml.
 *
 * @param figure its name, such as {@code project.fundingNeed}
 * @param why who can change it, and how
 */
public record Changeable(String figure, String why) {

    private static final String OWNER = "project.";

    /** Returns the names of the figures of a project. */
    @Internal
    public static Set<String> figures(FactTypes types) {
        return types.project().properties().values().stream()
                .filter(property -> property.value().kind() == FactType.Kind.FIGURE)
                .map(property -> OWNER + property.name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Reads the entries of pack.yaml and reports their problems. */
    static List<Changeable> read(Fields pack, FactTypes types) {
        Set<String> figures = figures(types);
        List<Changeable> all = new ArrayList<>();
        for (Fields entry : pack.maps("changeable")) {
            String figure = entry.text("figure");
            String why = entry.text("why");
            if (figure == null) {
                continue;
            }
            if (!figures.contains(figure)) {
                entry.report(
                        "figure",
                        unknown(figure, types),
                        Nearest.advice(
                                figure,
                                figures,
                                Message.of("name a figure of a project, such as `%s`", example(figures))));
            } else if (all.stream().anyMatch(one -> one.figure().equals(figure))) {
                entry.report("figure", Message.of("`%s` is listed twice", figure), Message.of("remove one of the two"));
            } else if (why != null) {
                all.add(new Changeable(figure, why));
            }
        }
        return all;
    }

    /**
     * Returns a figure to name as an example: the last one, which belongs to the pack's own vocabulary if that declares
     * any.
     */
    private static String example(Set<String> figures) {
        String last = "";
        for (String figure : figures) {
            last = figure;
        }
        return last;
    }

    private static Message unknown(String figure, FactTypes types) {
        FactType project = types.project();
        boolean other = figure.startsWith(OWNER) && project.properties().containsKey(figure.substring(OWNER.length()));
        return other
                ? Message.of("`%s` is not a figure, and only figures can be negotiated", figure)
                : Message.of("unknown figure of a project: `%s`", figure);
    }
}
