package dev.winnow.web.internal.workbench;

import dev.winnow.web.internal.Operation;
import dev.winnow.web.internal.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Scripts and style sheets of the workbench. Each has an operation of its own, so no request names a file. */
public final class Assets {

    private Assets() {}

    static String address(String name) {
        return "/assets/" + name;
    }

    /** Returns the operations for those that all views use. */
    public static List<Operation> common() {
        return operations("web", "work.js", "work.css", "dom.js", "document.js");
    }

    /**
     * Returns the operations for some scripts and style sheets.
     *
     * @param module the module among whose resources they are, such as {@code serve}
     * @param names their names, which differ from those of all other modules
     */
    public static List<Operation> operations(String module, String... names) {
        return Stream.of(names)
                .map(name -> {
                    Reply reply = Reply.part(type(name), read("/dev/winnow/" + module + "/assets/" + name));
                    return Operation.page(address(name), request -> reply).immediately();
                })
                .toList();
    }

    private static String type(String name) {
        return name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
    }

    private static byte[] read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource `" + resource + "`");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
