package dev.winnow.language.internal.pack;

import dev.winnow.language.internal.pack.Check.About;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    public static final List<String> KEYS = List.of("check", "rule", "limit", "criterion", "assumption", "fact", "why");
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
        List<Accepted> all = new ArrayList<>();
        if (file != null && file.isMap()) {
            for (Node node : file.list("accept", problems)) {
                Accepted one = one(node, problems);
                if (one != null) {
                    all.add(one);
                }
            }
        }
        return all;
    }

    private static @Nullable Accepted one(Node node, List<Problem> problems) {
        if (!node.isMap()) {
            problems.add(node.problem(
                    Message.of(
                            "an entry of `%s` needs `%s`, `%s` and one of %s",
                            "accept", "check", "why", Message.names(SUBJECTS.keySet())),
                    null));
            return null;
        }
        PackEntry entry = new PackEntry(node, Message.of("an entry of `%s`", "accept"), KEYS, problems);
        String code = entry.text("check");
        entry.text("why");
        Check check = code == null ? null : Check.of(code);
        if (code != null && check == null) {
            entry.report(
                    "check",
                    Message.of("unknown check `%s`", code),
                    Nearest.advice(code, Check.codes(), Message.of("use one of %s", Check.codes())));
        }
        List<String> named = SUBJECTS.keySet().stream()
                .filter(key -> node.get(key) != null || !entry.lacks(key))
                .toList();
        if (named.size() != 1) {
            problems.add(node.problem(
                    Message.of("an entry of `%s` needs exactly one of %s", "accept", Message.names(SUBJECTS.keySet())),
                    named.isEmpty() ? Message.of("did you mean `rule: …`?") : Message.of("write one entry for each")));
            return null;
        }
        String id = entry.text(named.get(0));
        About about = SUBJECTS.get(named.get(0));
        return check == null || id == null || about == null ? null : new Accepted(check, about, id, node);
    }
}
