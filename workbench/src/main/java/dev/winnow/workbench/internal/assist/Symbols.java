package dev.winnow.workbench.internal.assist;

import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.language.internal.syntax.Token;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.source.Node;
import dev.winnow.workbench.internal.assist.RuleScan.Item;
import java.util.ArrayList;
import java.util.List;

/** Lists the named parts of the files of a pack. */
final class Symbols {

    private Symbols() {}

    /** Returns the rules of a rule file, the limits of limits.yaml, or the cases of a file of cases, in order. */
    static List<Symbol> of(PackFiles files, FactTypes types, String file) {
        if (file.endsWith(PackAssist.RULES)) {
            return rules(RuleScan.of(String.valueOf(files.raw(file)), types).items());
        }
        Node root = files.yaml(file, new ArrayList<>());
        if (root == null || !root.isMap()) {
            return List.of();
        }
        return file.equals("limits.yaml")
                ? entries(root.list("limits", new ArrayList<>()), "id", "title")
                : file.startsWith("cases/")
                        ? entries(root.list("cases", new ArrayList<>()), "case", "rule")
                        : List.of();
    }

    private static List<Symbol> entries(List<Node> nodes, String name, String detail) {
        List<Symbol> symbols = new ArrayList<>();
        for (Node node : nodes) {
            Node id = node.isMap() ? node.get(name) : null;
            if (id != null && id.isScalar() && !id.text().isBlank()) {
                Node more = node.get(detail);
                int line = Math.max(0, id.place().line() - 1);
                symbols.add(new Symbol(
                        id.text(), more == null || !more.isScalar() ? "" : more.text(), Span.of(id.place(), 1), line));
            }
        }
        return symbols;
    }

    private static List<Symbol> rules(List<Item> items) {
        List<Symbol> symbols = new ArrayList<>();
        for (int i = 1; i < items.size(); i++) {
            Item item = items.get(i);
            boolean id = item.token().kind() == Token.Kind.TEXT
                    && item.depth() == 0
                    && items.get(i - 1).token().is("rule");
            if (id && !item.token().text().isBlank()) {
                int line = item.token().spot().line() - 1;
                int last = line;
                String title = "";
                for (int j = i; j < items.size() && items.get(j).rule() == item.rule(); j++) {
                    Token token = items.get(j).token();
                    last = token.kind() == Token.Kind.END
                            ? last
                            : Math.max(last, token.spot().line() - 1);
                    if (token.is("title")
                            && j + 2 < items.size()
                            && items.get(j - 1).token().is("@")) {
                        title = items.get(j + 2).token().text();
                    }
                }
                symbols.add(new Symbol(
                        item.token().text(), title, Span.of(item.token().spot()), last));
            }
        }
        return symbols;
    }
}
