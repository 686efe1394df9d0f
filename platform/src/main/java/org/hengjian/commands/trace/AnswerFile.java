package org.hengjian.commands.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hengjian.tracing.Answer;
import org.hengjian.tracing.Clusters;
import org.hengjian.tracing.Question;

/** Questions and their answers as CSV: two ids and whether they are one seller; left empty where nobody has said. */
final class AnswerFile {

    private static final String SOURCE = "source";
    private static final String TARGET = "target";
    private static final String SAME = "same";
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "是", "同");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "否", "不同");

    /** Stands for an id that several rows have. */
    static final int SEVERAL = -1;

    private AnswerFile() {}

    /**
     * @param records by id the number of the row; {@link #SEVERAL} if it names more than one
     * @throws IllegalArgumentException naming row and field of what cannot be understood
     */
    static List<Answer> read(Path file, Map<String, Integer> records) throws IOException {
        var answers = new ArrayList<Answer>();
        Map<String, Rows.Row.Good> before = new HashMap<>();
        try (Rows rows = Rows.open(file)) {
            for (String heading : List.of(SOURCE, TARGET, SAME)) {
                if (!rows.headings().contains(heading)) {
                    throw new IllegalArgumentException(
                            file + " has no column " + heading + "; the first line must name source, target and same.");
                }
            }
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                switch (row.get()) {
                    case Rows.Row.Bad bad -> throw new IllegalArgumentException(
                            file + " row " + bad.number() + ": " + bad.reason() + ".");
                    case Rows.Row.Good good -> {
                        String said = cell(rows, good, SAME).toLowerCase(Locale.ROOT);
                        if (!said.isEmpty()) {
                            Answer answer = answer(file, rows, good, said, records);
                            once(file, rows, good, answer, before);
                            answers.add(answer);
                        }
                    }
                }
            }
        }
        return answers;
    }

    private static void once(
            Path file, Rows rows, Rows.Row.Good row, Answer answer, Map<String, Rows.Row.Good> before) {
        var first = before.putIfAbsent(answer.source() + " " + answer.target(), row);
        if (first != null
                && YES.contains(cell(rows, first, SAME).toLowerCase(Locale.ROOT)) != answer.same()) {
            throw new IllegalArgumentException("%s row %d, same: row %d says otherwise of the same two; keep one of them."
                    .formatted(file, row.number(), first.number()));
        }
    }

    private static Answer answer(Path file, Rows rows, Rows.Row.Good row, String said, Map<String, Integer> records) {
        String place = file + " row " + row.number() + ", ";
        if (!YES.contains(said) && !NO.contains(said)) {
            throw new IllegalArgumentException(place + "same: " + said
                    + " is neither yes nor no; write yes (是) or no (否), or leave it empty.");
        }
        int source = record(place, SOURCE, cell(rows, row, SOURCE), records);
        int target = record(place, TARGET, cell(rows, row, TARGET), records);
        if (source == target) {
            throw new IllegalArgumentException(place + "target: it is the same row as source; name two.");
        }
        return new Answer(source, target, YES.contains(said));
    }

    private static int record(String place, String field, String id, Map<String, Integer> records) {
        Integer record = records.get(id);
        if (record == null) {
            throw new IllegalArgumentException(
                    place + field + ": no row that could be read is named " + id + "; take the ids as they stand in the questions.");
        }
        if (record == SEVERAL) {
            throw new IllegalArgumentException(
                    place + field + ": several rows are named " + id + "; give each an id of its own, or leave the column out with =ignored.");
        }
        return record;
    }

    private static String cell(Rows rows, Rows.Row.Good row, String heading) {
        return row.cells().get(rows.headings().indexOf(heading)).strip();
    }

    /** Writes questions with the answers left open. */
    static void write(Path file, List<Question> questions, Clusters clusters, Locale locale) throws IOException {
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            writer.write("source,target,same,probability,alike,evidence\n");
            for (Question question : questions) {
                writer.write(TracedFile.csv(List.of(
                        clusters.id(question.source()),
                        clusters.id(question.target()),
                        "",
                        String.format(Locale.ROOT, "%.2f", question.probability()),
                        String.valueOf(question.alike()),
                        clusters.explain(question.source(), question.target()).say(locale))));
            }
        }
    }

    /** Adds one answer, at once, so that none is lost when the next question is never answered. */
    static void append(Path file, String source, String target, boolean same) throws IOException {
        boolean begun = Files.exists(file) && Files.size(file) > 0;
        Files.writeString(
                file,
                (begun ? "" : "source,target,same\n") + TracedFile.csv(List.of(source, target, same ? "yes" : "no")),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
