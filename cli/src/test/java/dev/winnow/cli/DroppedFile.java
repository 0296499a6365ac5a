package dev.winnow.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.winnow.report.Browser.Tab;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A file that a test drops on a page, as from the desktop. */
record DroppedFile(String name, byte[] content) {

    private static final JsonMapper JSON = new JsonMapper();

    static DroppedFile of(Path file) throws IOException {
        return new DroppedFile(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }

    /** Writes a workbook with one sheet; cells are numbers or texts. */
    static Path workbook(Path file, List<List<Object>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "winnow", "1.0")) {
            Worksheet sheet = book.newWorksheet("清单");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    Object cell = rows.get(row).get(column);
                    if (cell instanceof Number number) {
                        sheet.value(row, column, number);
                    } else {
                        sheet.value(row, column, String.valueOf(cell));
                    }
                }
            }
        }
        return Files.write(file, out.toByteArray());
    }

    /** Drops it on an element, which an expression returns. */
    void on(Tab tab, String element) {
        tab.run("(() => { const data = new DataTransfer(); data.items.add(new File([Uint8Array.from(atob('"
                + Base64.getEncoder().encodeToString(content) + "'), c => c.charCodeAt(0))], "
                + JSON.valueToTree(name) + ")); " + element + ".dispatchEvent(new DragEvent('drop',"
                + " {dataTransfer: data, bubbles: true, cancelable: true})); })()");
    }
}
