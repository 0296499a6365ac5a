package dev.winnow.language.internal.pack;

import dev.winnow.language.internal.pack.Check.About;
import dev.winnow.model.internal.declared.Fields;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of pack.yaml by which the owner accepts a remark of a check.
 *
 * @param check the check
 * @param about the kind of thing that the remark is about
 * @param id the rule, limit, criterion or fact
 * @param node the entry
 */
public record Accepted(Check check, About about, String id, Node node) {

    private static final Map<String, About> SUBJECTS = subjects();

    private static Map<String, About> subjects() {
        Map<String, About> subjects = new LinkedHashMap<>();
        subjects.put("rule", About.RULE);
        subjects.put("limit", About.LIMIT);
        subjects.put("criterion", About.CRITERION);
        subjects.put("assumption", About.ASSUMPTION);
        subjects.put("fact", About.FACT);
        return subjects;
    }

    /** Reads the entries of pack.yaml and reports their problems. */
    public static List<Accepted> read(@Nullable Node file, List<Problem> problems) {
        Node accept = file == null ? null : file.get("accept");
        return accept == null
                ? List.of()
                : accept.items().stream()
                        .flatMap(node -> Stream.ofNullable(PackKeys.ACCEPT.read(node, problems)))
                        .flatMap(entry -> Stream.ofNullable(one(entry)))
                        .toList();
    }

    private static @Nullable Accepted one(Fields entry) {
        String code = entry.text("check");
        Check check = code == null ? null : Check.of(code);
        if (code != null && check == null) {
            entry.report(
                    "check",
                    Message.of("unknown check `%s`", code),
                    Nearest.advice(code, Check.codes(), Message.of("use one of %s", Check.codes())));
        }
        List<String> named = SUBJECTS.keySet().stream()
                .filter(key -> entry.text(key) != null)
                .toList();
        return check == null || named.size() != 1
                ? null
                : new Accepted(
                        check,
                        Objects.requireNonNull(SUBJECTS.get(named.get(0))),
                        String.valueOf(entry.text(named.get(0))),
                        entry.node());
    }
}
