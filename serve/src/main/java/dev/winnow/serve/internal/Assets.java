package dev.winnow.serve.internal;

import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The scripts and style sheets of the workbench. Each has an operation of its own, so no request names a file. */
final class Assets {

    private static final List<String> NAMES = List.of(
            "work.js",
            "document.js",
            "panel.js",
            "panel.css",
            "work.css",
            "dom.js",
            "candidates.js",
            "candidates.css",
            "questions.js",
            "questions.css",
            "rules.js",
            "rules.css",
            "editor.js",
            "codemirror.js",
            "effects.js",
            "effects-numbers.js",
            "effects.css",
            "rules-coverage.js",
            "rules-dialog.js",
            "rules-draft.js",
            "rules-files.js",
            "rules-language.js",
            "rules-new.js",
            "rules-panels.js",
            "rules-phrases.js",
            "rules-save.js",
            "decisions.js",
            "papers.js",
            "decisions.css",
            "plans.js",
            "plans.css");

    private Assets() {}

    static String address(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(name);
        }
        return "/assets/" + name;
    }

    static List<Operation> operations() {
        return NAMES.stream()
                .map(name -> {
                    Reply reply = Reply.part(type(name), read(name));
                    return Operation.page(address(name), request -> reply).immediately();
                })
                .toList();
    }

    private static String type(String name) {
        return name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
    }

    private static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("/dev/winnow/serve/assets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no `assets/" + name + "` among the resources of serve");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
