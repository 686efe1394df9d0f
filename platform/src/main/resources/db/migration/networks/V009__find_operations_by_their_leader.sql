-- Each page of a leader counts the answers to their invitations.
create index operation_of_leader on networks.operation (leader);
