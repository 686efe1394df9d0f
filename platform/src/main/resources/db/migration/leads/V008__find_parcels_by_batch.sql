-- From a file of parcels to the leads at which they hang, of whatever batch those came.
create index parcel_of_batch on leads.parcel (((facts ->> 'batch')::bigint));
