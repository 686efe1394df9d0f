package org.hengjian.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hengjian.access.Forbidden;
import org.hengjian.access.Viewers;
import org.hengjian.shell.Cursor;
import org.hengjian.shell.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The parcels (邮件快件) that were taken in, as far as the viewer may see them. */
@Service
@Transactional(readOnly = true)
public class Parcels {

    private final ParcelTable table;
    private final Viewers viewers;

    Parcels(ParcelTable table, Viewers viewers) {
        this.table = table;
        this.viewers = viewers;
    }

    /** Those of one chunk, in the order of the file: what {@link ParcelsAccepted} speaks of. */
    public List<Parcel> ofChunk(long batch, long fromParcel, long toParcel) {
        return table.ofChunk(batch, fromParcel, toParcel);
    }

    /** Those of these, in the order of their ids. */
    public List<Parcel> find(List<Long> ids) {
        return ids.isEmpty() ? List.of() : table.find(ids);
    }

    Optional<Parcel> find(long id) {
        return table.find(List.of(id)).stream().findFirst();
    }

    /** All versions, newest first. */
    List<Parcel> history(long first) {
        return table.history(first);
    }

    /** The latest version of each, by the id of the first. */
    public List<Parcel> latest(List<Long> firsts) {
        return firsts.isEmpty() ? List.of() : table.latestOf(firsts);
    }

    Page<Parcel> ofBatch(long batch, Optional<Cursor> after, int size) {
        return table.ofBatch(batch, after, size);
    }

    Parcel.Systems systems(long batch) {
        return table.systems(batch);
    }

    /**
     * Who sends them, in clear: for the machine, which looks for what hangs together or opens one to a person who gave
     * a purpose.
     *
     * @throws Forbidden for anybody else
     */
    public Map<Long, Parcel.Sender> senders(List<Long> ids) {
        if (!viewers.require().isMachine()) {
            throw new Forbidden("intake.senders");
        }
        return ids.isEmpty() ? Map.of() : table.senders(ids);
    }
}
