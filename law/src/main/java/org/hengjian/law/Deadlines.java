package org.hengjian.law;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts periods (期间的计算): the start is not counted, excluded spans are left out, the last day rolls or stays. */
final class Deadlines {

    private final WorkingDays calendar;

    Deadlines(WorkingDays calendar) {
        this.calendar = calendar;
    }

    Deadline answer(
            DeadlineQuestion question, Parameter parameter, @Nullable DatedValue version, @Nullable Period period) {
        if (version == null || period == null) {
            return without(question, parameter, notInForce(question, parameter));
        }
        Doubt doubt = period.uncertain();
        if (version.status() == Status.FROM_MEMORY) {
            doubt = doubt.andUnseen(version.instrument());
        }
        return switch (period.unit()) {
            case PROMPTLY ->
                new Deadline(
                        question,
                        parameter,
                        version,
                        period,
                        null,
                        null,
                        null,
                        null,
                        0,
                        false,
                        List.of(),
                        doubt.and("promptly (及时): the instrument fixes no number", "“及时”：规定没有写明天数"),
                        calendar,
                        List.of());
            case IMMEDIATE -> immediate(question, parameter, version, period, doubt);
            case HOURS -> hours(question, parameter, version, period, doubt);
            case WORKING_DAYS, CALENDAR_DAYS, MONTHS, YEARS -> days(question, parameter, version, period, doubt);
        };
    }

    private static Doubt notInForce(DeadlineQuestion question, Parameter parameter) {
        String known = parameter.values().stream()
                .map(v -> v.from() + " to " + (v.to() == null ? "now" : v.to()))
                .reduce((a, b) -> a + ", " + b)
                .orElse("no day");
        return Doubt.NONE.and(
                parameter.id() + " has no value on " + question.on() + "; it is known for " + known,
                parameter.zh() + "在" + question.on() + "没有数据；有数据的期间：" + known.replace("now", "今").replace(" to ", "至"));
    }

    private Deadline without(DeadlineQuestion question, Parameter parameter, Doubt why) {
        return new Deadline(
                question, parameter, null, null, null, null, null, null, 0, false, List.of(), why, calendar, List.of());
    }

    private Deadline immediate(
            DeadlineQuestion question, Parameter parameter, DatedValue version, Period period, Doubt doubt) {
        LocalDate day = question.start();
        return new Deadline(
                question,
                parameter,
                version,
                period,
                day,
                day,
                question.moment(),
                lastWorkingDay(day),
                0,
                false,
                List.of(),
                doubt,
                calendar,
                List.of());
    }

    private Deadline hours(
            DeadlineQuestion question, Parameter parameter, DatedValue version, Period period, Doubt doubt) {
        OffsetDateTime moment = question.moment();
        if (moment == null) {
            throw new IllegalArgumentException(
                    parameter.id() + " runs in hours: the start must be a moment, not a day");
        }
        OffsetDateTime due = moment.plusHours(period.amount());
        LocalDate day = due.toLocalDate();
        return new Deadline(
                question,
                parameter,
                version,
                period,
                day,
                day,
                due,
                lastWorkingDay(day),
                0,
                false,
                List.of(),
                doubt,
                calendar,
                List.of());
    }

    private Deadline days(
            DeadlineQuestion question, Parameter parameter, DatedValue version, Period period, Doubt doubt) {
        long start = question.start().toEpochDay();
        int extended = 0;
        int granted = 0;
        for (Period.Extension extension : period.extensions()) {
            if (granted == question.extensions()) {
                break;
            }
            granted++;
            Integer by = extension.amount();
            if (by == null && question.fixed() > 0) {
                extended += question.fixed();
            } else if (by == null) {
                doubt = doubt.and(
                        "extension " + granted
                                + " has no figure in the instrument: the decision that grants it must fix"
                                + " a reasonable time; the day given is without it",
                        "第" + granted + "次延长没有写明天数，批准时应当定一个合理的期限；这里的日期未计入");
            } else {
                extended += by;
            }
        }
        if (granted < question.extensions()) {
            int lawful = period.extensions().size();
            doubt = doubt.and(
                    "the instrument allows " + lawful + " extension(s); the others are not counted",
                    "规定只允许延长" + lawful + "次，其余未计入");
        }
        int length = period.amount() + extended;
        List<Exclusion> counting = List.of();
        List<Exclusion> lenient = List.of();
        if (!question.excluded().isEmpty()) {
            counting = new ArrayList<>();
            lenient = new ArrayList<>();
            for (Exclusion span : question.excluded()) {
                boolean named = period.excludes(span.reason(), question.on());
                boolean doubtful = period.doubts(span.reason(), question.on());
                boolean told = !period.noticeRequired() || Boolean.TRUE.equals(span.notified());
                if (named && told) {
                    counting.add(span);
                    lenient.add(span);
                } else if (doubtful || named && span.notified() == null) {
                    lenient.add(span);
                    doubt = named
                            ? doubt.and(
                                    span.reason().word() + " from " + span.from()
                                            + " counts out only if the party was told of its time in writing; not known here",
                                    span.from() + "起的" + span.reason().zh() + "，书面告知过当事人的才不计入；是否告知不清楚")
                            : doubt.and(
                                    Doubt.Kind.NOT_VERIFIED,
                                    new Said(
                                            "whether " + span.reason().word()
                                                    + " counts out in this version is not verified",
                                            "未核对：这个版本里" + span.reason().zh() + "是否不计入"));
                }
            }
        }
        if (period.before()) {
            return back(question, parameter, version, period, doubt);
        }
        long nominal = nominal(start, length, period.unit(), counting);
        boolean calendarDays = period.unit() != Period.Unit.WORKING_DAYS;
        long due = rolls(period, question) && calendarDays ? calendar.onOrAfterProvisionally(nominal) : nominal;

        List<Deadline.Alternative> alternatives = List.of();
        if (due != nominal) {
            alternatives = with(alternatives, true, nominal, strictWhy(nominal), strictWhyZh(nominal));
        } else if (calendarDays && period.lastDay() == Period.LastDay.STRICT && !calendar.works(nominal)) {
            long rolled = calendar.onOrAfterProvisionally(nominal);
            alternatives = with(
                    alternatives,
                    false,
                    rolled,
                    "the last day is a day off; the instrument says nothing of rolling, which would move it to the next working day",
                    "末日是休息日；规定没有说顺延，顺延则到下一个工作日");
        }
        if (lenient.size() > counting.size()) {
            long other = nominal(start, length, period.unit(), lenient);
            if (calendarDays && rolls(period, question)) {
                other = calendar.onOrAfterProvisionally(other);
            }
            if (other != due) {
                alternatives = with(alternatives, false, other, "if the doubtful excluded time counts out", "如果存疑的时间也不计入");
            }
        }
        if (!counting.isEmpty()) {
            long safe = nominal(start, length, period.unit(), List.of());
            if (calendarDays && rolls(period, question)) {
                safe = calendar.onOrAfterProvisionally(safe);
            }
            if (safe != due) {
                alternatives = with(alternatives, true, safe, "if the time left out is not proven by the file", "如果案卷证明不了不计入的时间");
            }
        }
        for (Period.Reading reading : period.readings()) {
            long other = nominal(start, reading.amount() + extended, reading.unit(), counting);
            if (other != due) {
                alternatives = with(alternatives, reading.strict(), other, reading.why(), reading.whyZh());
            }
        }

        LocalDate last = LocalDate.ofEpochDay(due);
        LocalDate from = question.start().plusDays(1);
        boolean provisional = false;
        LocalDate workingFrom = calendarDays ? LocalDate.ofEpochDay(nominal) : from;
        if (!workingFrom.isAfter(last) && !calendar.isPublished(workingFrom, last)) {
            boolean only = calendarDays && period.lastDay() != Period.LastDay.ROLLS;
            LocalDate unknown = calendar.firstUnpublished(workingFrom);
            doubt = doubt.and(
                    "calendar not published: no State Council holiday notice for " + unknown.getYear()
                            + (only ? "; the last working day to act is provisional" : "; this answer is provisional"),
                    "国务院办公厅尚未公布" + unknown.getYear() + "年放假安排，" + (only ? "最后一个工作日是暂定的" : "这个日期是暂定的"));
            provisional = !only;
        }
        return new Deadline(
                question,
                parameter,
                version,
                period,
                last,
                LocalDate.ofEpochDay(nominal),
                null,
                lastWorkingDay(last),
                extended,
                provisional,
                alternatives,
                doubt,
                calendar,
                counting);
    }

    private Deadline back(
            DeadlineQuestion question, Parameter parameter, DatedValue version, Period period, Doubt doubt) {
        long start = question.start().toEpochDay();
        boolean working = period.unit() == Period.Unit.WORKING_DAYS;
        long due = working ? calendar.beforeProvisionally(start, period.amount()) : start - period.amount();
        List<Deadline.Alternative> alternatives = List.of();
        for (Period.Reading reading : period.readings()) {
            long other = reading.unit() == Period.Unit.WORKING_DAYS
                    ? calendar.beforeProvisionally(start, reading.amount())
                    : start - reading.amount();
            alternatives = with(alternatives, reading.strict(), other, reading.why(), reading.whyZh());
        }
        LocalDate day = LocalDate.ofEpochDay(due);
        boolean provisional =
                working && !calendar.isPublished(day, question.start().minusDays(1));
        if (provisional) {
            int year = calendar.firstUnpublished(day).getYear();
            doubt = doubt.and(
                    "calendar not published for " + year + "; this answer is provisional",
                    "国务院办公厅尚未公布" + year + "年放假安排，这个日期是暂定的");
        }
        return new Deadline(
                question,
                parameter,
                version,
                period,
                day,
                day,
                null,
                lastWorkingDay(day),
                0,
                provisional,
                alternatives,
                doubt,
                calendar,
                List.of());
    }

    private static boolean rolls(Period period, DeadlineQuestion question) {
        return switch (period.lastDay()) {
            case ROLLS -> true;
            case STAYS -> false;
            // Where the instrument is silent, what benefits a party rolls and what binds an agency does not.
            case STRICT -> Boolean.TRUE.equals(question.party());
        };
    }

    private String strictWhy(long nominal) {
        return calendar.isNamedHoliday(nominal)
                ? "without rolling: to be safe, act by the nominal last day"
                : "without rolling: whether an ordinary weekend is a 法定节假日 in this rule is disputed";
    }

    private String strictWhyZh(long nominal) {
        return calendar.isNamedHoliday(nominal)
                ? "不顺延：稳妥起见，在名义上的末日前办"
                : "不顺延：普通周末是否属于本规定的“法定节假日”有争议";
    }

    private static List<Deadline.Alternative> with(
            List<Deadline.Alternative> before, boolean strict, long due, String why, String zh) {
        LocalDate day = LocalDate.ofEpochDay(due);
        if (before.stream()
                .anyMatch(each -> each.strict() == strict && each.due().equals(day))) {
            return before; // one reading leads there already
        }
        List<Deadline.Alternative> all = new ArrayList<>(before);
        all.add(new Deadline.Alternative(strict, day, why, zh));
        return all;
    }

    private LocalDate lastWorkingDay(LocalDate day) {
        return LocalDate.ofEpochDay(calendar.onOrBeforeProvisionally(day.toEpochDay()));
    }

    /** The last day before rolling, by table. */
    private long nominal(long start, int length, Period.Unit unit, List<Exclusion> excluded) {
        long end = switch (unit) {
            case WORKING_DAYS -> calendar.afterProvisionally(start, length);
            case CALENDAR_DAYS -> start + length;
            case MONTHS -> LocalDate.ofEpochDay(start).plusMonths(length).toEpochDay();
            case YEARS -> LocalDate.ofEpochDay(start).plusYears(length).toEpochDay();
            case HOURS, IMMEDIATE, PROMPTLY -> throw new IllegalArgumentException("not in days: " + unit);
        };
        if (excluded.isEmpty()) {
            return end;
        }
        List<Exclusion> spans = new ArrayList<>(excluded);
        spans.sort(Comparator.comparing(Exclusion::from));
        long counted = start; // every day up to here is settled
        int skippedWorking = 0;
        for (Exclusion span : spans) {
            long from = Math.max(span.from().toEpochDay(), counted + 1);
            long to = span.to().toEpochDay();
            if (from > end || to < from) {
                continue;
            }
            if (unit == Period.Unit.WORKING_DAYS) {
                skippedWorking += calendar.count(from, to);
                end = calendar.afterProvisionally(start, length + skippedWorking);
            } else {
                end += to - from + 1;
            }
            counted = to;
        }
        return end;
    }
}
