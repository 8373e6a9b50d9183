targetScope = 'subscription'

@description('Name of this installation, for example "hoogeveen-proef". Part of the resource group name and the seed of every resource name.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('Azure region of every resource. The default keeps all data in the European Union.')
param location string = 'westeurope'

@description('E-mail address that receives the alerts and the budget warnings. Use a shared mailbox, not a person.')
param alertAddress string

@description('Sender address of every mail; its domain must be verified at SendGrid.')
param mailFromAddress string

@description('Sender name of every mail.')
param mailFromName string = 'De Smederijen'

@description('Address of the mail API, without a path. Only SendGrid and what speaks its protocol will do.')
param mailHost string = 'https://api.sendgrid.com'

@description('Public key of the event webhook of SendGrid, by which it tells what did not arrive; docs/operations.md says where to find it. Empty: off.')
param mailEventKey string = ''

@description('Names of the DKIM keys of the sender domain, with commas between them.')
param mailDkimSelector string = 's1,s2'

@description('Name of the mail service in the SPF record of the sender domain.')
param mailSpfInclude string = 'sendgrid.net'

@description('SendGrid API key with the right "Mail Send" only. Give it at the first deployment and to replace it; empty leaves the stored key as it is.')
@secure()
param mailApiKey string = ''

@description('Name of the certificate in the key vault that wraps the Data Protection keys; docs/operations.md says how to make it, before the code is deployed. Empty: the keys lie unwrapped in the table, for a trial only.')
param keysCertificate string = 'data-protection'

@description('Client id of the Entra app registration that staff sign in with. Without it there is no staff sign-in, so it is required.')
param staffClientId string

@description('Address that residents see and that mails link to, without a slash at the end. Empty: the address that Azure gives the app.')
param publicUrl string = ''

@description('Proxies of the municipality before App Service whose word about the visitor counts (Front Door, a gateway): their number, or their addresses and networks. Set it only when nobody can come in beside them.')
param trustedProxies string = ''

@description('Fills an empty store with example Smederijen and example people, to try things out. Never for a real installation: its beheerder fills it in.')
param example bool = false

@description('Closes storage and key vault to the internet: a virtual network with private endpoints carries the traffic. Set to false only for a trial; the data is then guarded by identity alone.')
param privateNetwork bool = true

@description('Public IPv4 addresses or CIDR ranges from which operators may reach storage and key vault, to back up or restore. Empty: none.')
param operatorAddresses string[] = []

@description('Name of the task hub. A new name starts with no orchestrations at all; the sweeper then starts them again from the table.')
@minLength(3)
@maxLength(45)
param taskHubName string = 'smederijen'

@description('Most instances that the app may grow to: a ceiling on cost, and on what a flood of requests can do. Some regions take no less than 40.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Instances kept warm for pages, so that nobody waits for a start. Each costs money all day.')
@minValue(0)
@maxValue(10)
param alwaysReadyInstances int = 0

@description('Instances kept warm for the orchestrations and the sweep, so that what follows a decision (mail, next step) waits for no start. Each costs money all day.')
@minValue(0)
@maxValue(10)
param alwaysReadyOrchestrations int = 0

@description('Copies of the stored data. ZRS: three zones of one region. GZRS: a second region as well.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageRedundancy string = 'Standard_ZRS'

@description('Days that logs and metrics are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Gigabytes of telemetry accepted per day; what comes after is dropped until the next day.')
@minValue(1)
param logGigabytesPerDay int = 1

@description('Monthly budget in the currency of the subscription. Warnings go out at 80 % spent and when 100 % is forecast.')
@minValue(1)
param monthlyBudget int = 100

@description('First day of the month of the first deployment, as yyyy-MM-01. Azure refuses to change it afterwards.')
param budgetStart string

@description('Tags put on every resource.')
param tags object = {}

var allTags = union(tags, { 'azd-env-name': environmentName })
var token = uniqueString(subscription().id, environmentName, location)

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: 'rg-smederijen-${environmentName}'
  location: location
  tags: allTags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-smederijen-${token}'
    location: location
    tags: allTags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    token: token
    location: location
    tags: allTags
    principalId: identity.outputs.principalId
    retentionDays: logRetentionDays
    gigabytesPerDay: logGigabytesPerDay
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'stsmed${token}'
    location: location
    tags: allTags
    principalId: identity.outputs.principalId
    redundancy: storageRedundancy
    privateNetwork: privateNetwork
    operatorAddresses: operatorAddresses
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: 'kv-smed-${token}'
    location: location
    tags: allTags
    principalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
    privateNetwork: privateNetwork
    operatorAddresses: operatorAddresses
    mailApiKey: mailApiKey
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  name: 'network'
  scope: group
  params: {
    token: token
    location: location
    tags: allTags
    storageId: storage.outputs.id
    vaultId: vault.outputs.id
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  scope: group
  params: {
    token: token
    location: location
    tags: allTags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storageName: storage.outputs.name
    blobUri: storage.outputs.blobUri
    tableUri: storage.outputs.tableUri
    tableName: storage.outputs.tableName
    attachmentContainer: storage.outputs.attachmentContainer
    packageContainer: storage.outputs.packageContainer
    mailSecretUri: vault.outputs.mailSecretUri
    keysCertificateUri: empty(keysCertificate) ? '' : '${vault.outputs.certificatesUri}${keysCertificate}'
    mailHost: mailHost
    mailFromAddress: mailFromAddress
    mailFromName: mailFromName
    mailEventKey: mailEventKey
    mailDkimSelector: mailDkimSelector
    mailSpfInclude: mailSpfInclude
    publicUrl: publicUrl
    trustedProxies: trustedProxies
    example: example
    staffClientId: staffClientId
    telemetryConnectionString: monitoring.outputs.connectionString
    workspaceId: monitoring.outputs.workspaceId
    taskHubName: taskHubName
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    maximumInstances: maximumInstances
    alwaysReadyInstances: alwaysReadyInstances
    alwaysReadyOrchestrations: alwaysReadyOrchestrations
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    token: token
    location: location
    tags: allTags
    workspaceId: monitoring.outputs.workspaceId
    address: alertAddress
  }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  scope: group
  params: {
    amount: monthlyBudget
    start: budgetStart
    address: alertAddress
  }
}

@description('Resource group that holds everything.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Name of the function app.')
output FUNCTION_APP_NAME string = app.outputs.name

@description('Address of the site.')
output PORTAL_URL string = app.outputs.url

@description('Redirect address to enter at the Entra app registration.')
output STAFF_REDIRECT_URI string = app.outputs.staffRedirectUri

@description('Object id of the managed identity: the subject of the federated credential at the Entra app registration.')
output IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId

@description('Name of the storage account, to back up and restore.')
output STORAGE_ACCOUNT_NAME string = storage.outputs.name

@description('Name of the key vault, to make the certificate and to replace the mail key.')
output KEY_VAULT_NAME string = vault.outputs.name
