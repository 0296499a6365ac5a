package dev.winnow.workbench.internal.mutate;

import dev.winnow.language.PackException;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.language.internal.pack.RuleFiles;
import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.RuleParser;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.workbench.internal.edit.Additions;
import dev.winnow.workbench.internal.edit.Draft;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The request for a new case. It begins with the facts of an existing case of the rule, for its author to change, so it
 * need not pass.
 *
 * @param sentence its sentence
 * @param rule the id of its rule
 * @param outcome the expected outcome: {@code fires}, {@code does not fire} or {@code cannot say}
 */
public record NewCase(String sentence, String rule, String outcome) {

    /**
     * {@return a draft that adds the case to the cases of its rule file}
     *
     * @param folder the folder of the pack
     * @param unsaved texts that replace files, by name
     * @throws PackException if the pack does not exist
     */
    public Draft in(Path folder, Map<String, String> unsaved) {
        PackFiles files = PackFiles.read(folder, unsaved, new ArrayList<>());
        Map<String, String> criteria = criteria(files);
        String criterion = criteria.get(rule);
        if (criterion == null) {
            return Draft.refused(Message.of("the pack has no rule `%s`", rule)
                    .with(Nearest.advice(rule, new ArrayList<>(criteria.keySet()))));
        }
        if (sentence.isBlank()) {
            return Draft.refused(Message.of("describe the case in a sentence"));
        }
        String file = "cases/" + criterion + ".yaml";
        Additions pack = new Additions(files);
        pack.item(
                file,
                "# Worked examples of " + criterion + ".drl.\ncases:\n",
                "cases",
                CaseWriter.item(sentence, rule, facts(files, file), new LinkedHashMap<>(Map.of("outcome", outcome))));
        return pack.tried(Set.of(), List.of());
    }

    /** Returns the rule file of each rule. */
    private static Map<String, String> criteria(PackFiles files) {
        Map<String, String> criteria = new TreeMap<>();
        for (String criterion : RuleFiles.names(files)) {
            String name = criterion + ".drl";
            String text = files.rules(name, new ArrayList<>());
            if (text != null) {
                RuleFile file = new RuleFile(files.place(name).file(), criterion, text, new ArrayList<>());
                RuleParser.parse(file, null).ids().forEach(id -> criteria.put(id, criterion));
            }
        }
        return criteria;
    }

    /** Returns the facts of the last case of the rule, preferably one with the same outcome. */
    private Map<String, Object> facts(PackFiles files, String file) {
        List<Problem> problems = new ArrayList<>();
        Node root = files.yaml(file, problems);
        List<WorkedExample> examples = new ArrayList<>();
        for (Node node : root == null || !root.isMap() ? List.<Node>of() : root.list("cases", problems)) {
            WorkedExample example = WorkedExample.read(node, null, problems);
            if (example != null && example.rule().equals(rule) && example.given() != null) {
                examples.add(example);
            }
        }
        return examples.stream()
                .max(Comparator.comparing(example -> example.outcome().words().equals(outcome)))
                .map(example -> facts(example.given()))
                .orElseGet(() -> new LinkedHashMap<>(Map.of("project", new LinkedHashMap<String, Object>())));
    }

    @SuppressWarnings("unchecked") // the tree of a map is a map
    private static Map<String, Object> facts(@Nullable Node given) {
        return given == null || !given.isMap()
                ? new LinkedHashMap<>()
                : (Map<String, Object>) CaseFactsText.tree(given);
    }
}
