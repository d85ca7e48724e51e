# A scratch folder, and secrets in files that only you can read.
cd "$(mktemp -d)" && umask 077 && export VESTIBULE_DATA_DIR=fernhill
echo 'seven herons over a quiet lake' > passphrase
echo 'sunlit-harbour-42-otter' > amara.password
echo 'quiet-meadow-17-heron' > noor.password

# The organisation and its first administrator, with the recovery key.
vestibulectl init --organisation 'Fernhill College' --admin amara --email amara@fernhill.example --name 'Amara Osei' --passphrase-file passphrase --password-file amara.password
amara() { vestibulectl --passphrase-file passphrase --as amara --password-file amara.password "$@"; }

# An invitation for somebody who will be Staff.
amara invitation create --role staff --department Library --expires 14d --label 'spring fair' --json > invitation.json
sed 's/.*"code":"\([^"]*\)".*/\1/' invitation.json > code
amara invitation list --status active

# The newcomer joins; the administrator sees who used the code.
vestibulectl redeem - --name 'Noor Haddad' --email noor@post.example --username noor --passphrase-file passphrase --password-file noor.password < code
amara invitation show - < code

# An invitation that is revoked lets nobody in.
amara invitation create --role staff --limit 5 --expires never --json | sed 's/.*"code":"\([^"]*\)".*/\1/' > revoked
amara invitation revoke - --reason 'poster taken down' < revoked
vestibulectl redeem - --name 'Ida Berg' --email ida@post.example --username ida --passphrase-file passphrase --password-file noor.password < revoked || echo "refused, exit code $?"

# What happened, and that nobody has tampered with it.
amara audit list --page-size 5
amara audit verify
vestibulectl doctor --passphrase-file passphrase
