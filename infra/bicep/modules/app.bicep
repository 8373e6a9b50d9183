@description('Unique part of the resource names.')
param token string

@description('Azure region.')
param location string

@description('Tags put on every resource.')
param tags object

@description('Resource id of the identity that the app runs as.')
param identityId string

@description('Client id of that identity.')
param identityClientId string

@description('Storage account of the host, the orchestrations and the data.')
param storageName string

@description('Address of its blob service, ending in a slash.')
param blobUri string

@description('Address of its table service, ending in a slash.')
param tableUri string

@description('Table that holds ideas, rounds, ledgers and settings.')
param tableName string

@description('Container of the attachments.')
param attachmentContainer string

@description('Container of the deployed package.')
param packageContainer string

@description('Address of the mail key in the key vault.')
param mailSecretUri string

@description('Address of the certificate that wraps the Data Protection keys, without a version; empty for none.')
param keysCertificateUri string

@description('Address of the mail API.')
param mailHost string

@description('Sender address of every mail.')
param mailFromAddress string

@description('Sender name of every mail.')
param mailFromName string

@description('Public key of the event webhook of the mail service; empty for none.')
param mailEventKey string

@description('Names of the DKIM keys of the sender domain.')
param mailDkimSelector string

@description('Name of the mail service in the SPF record of the sender domain.')
param mailSpfInclude string

@description('Address that mails link to; empty for the address that Azure gives.')
param publicUrl string

@description('Proxies of the municipality before App Service: their number, or their addresses and networks; empty for none.')
param trustedProxies string

@description('Fills an empty store with the example.')
param example bool

@description('Client id of the Entra app registration for staff.')
param staffClientId string

@description('Where telemetry goes; not a secret, because local authentication is off.')
param telemetryConnectionString string

@description('Workspace that keeps the log of the Functions host.')
param workspaceId string

@description('Name of the task hub.')
param taskHubName string

@description('Subnet of the app; empty for no virtual network.')
param subnetId string

@description('Most instances that the app may grow to.')
param maximumInstances int

@description('Instances kept warm for pages.')
param alwaysReadyInstances int

@description('Instances kept warm for the orchestrations.')
param alwaysReadyOrchestrations int

var name = 'func-smederijen-${token}'

// Flex Consumption scales all HTTP functions together and all Durable functions together, under these names.
var alwaysReady = [
  { name: 'http', instanceCount: alwaysReadyInstances }
  { name: 'durable', instanceCount: alwaysReadyOrchestrations }
]

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-smederijen-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      remoteDebuggingEnabled: false
    }
    functionAppConfig: {
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstances
        // Measured to hold six forms of 48 MB at once (docs/performance.md); host.json lets in no more than six requests at a time.
        instanceMemoryMB: 4096
        triggers: { http: { perInstanceConcurrency: 6 } }
        alwaysReady: filter(alwaysReady, group => group.instanceCount > 0)
      }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobUri}${packageContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
    }
  }

  resource noPublishingPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }
}

var siteUrl = 'https://${app.properties.defaultHostName}'

resource settings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: {
    AzureWebJobsDisableHomepage: 'true'
    AzureWebJobsStorage__accountName: storageName
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identityClientId
    AZURE_CLIENT_ID: identityClientId
    Storage__TableUri: tableUri
    Storage__BlobUri: blobUri
    Storage__Table: tableName
    Storage__Container: attachmentContainer
    Mail__ApiKey: '@Microsoft.KeyVault(SecretUri=${mailSecretUri})'
    Keys__Certificate: keysCertificateUri
    Mail__Host: mailHost
    Mail__FromAddress: mailFromAddress
    Mail__FromName: mailFromName
    Mail__EventKey: mailEventKey
    Mail__DkimSelector: mailDkimSelector
    Mail__SpfInclude: mailSpfInclude
    Portal__PublicUrl: empty(publicUrl) ? siteUrl : publicUrl
    Portal__TrustedProxies: trustedProxies
    Portal__Example: example ? 'true' : 'false'
    TASKHUB_NAME: taskHubName
    // Not APPLICATIONINSIGHTS_CONNECTION_STRING: with that the Functions host sends traces, whose addresses hold tokens.
    Telemetry__ConnectionString: telemetryConnectionString
    Telemetry__ByIdentity: 'true'
    OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
    WEBSITE_AUTH_AAD_ALLOWED_TENANTS: tenant().tenantId
    // True only because the authentication below stands before the app; the two belong together.
    Staff__BehindAppServiceAuthentication: 'true'
  }
}

// This must stay enabled: it is what removes X-MS-CLIENT-PRINCIPAL headers that a visitor made up. Residents stay
// anonymous; the staff endpoints check the roles in that header themselves.
resource authentication 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'authsettingsV2'
  properties: {
    platform: { enabled: true, runtimeVersion: '~1' }
    globalValidation: {
      requireAuthentication: false
      unauthenticatedClientAction: 'AllowAnonymous'
    }
    httpSettings: {
      requireHttps: true
      forwardProxy: { convention: 'NoProxy' }
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: staffClientId
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
          // The app proves itself with its managed identity (a federated credential), so no client secret exists.
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
        }
        validation: {
          allowedAudiences: [staffClientId]
          defaultAuthorizationPolicy: { allowedApplications: [staffClientId] }
        }
      }
    }
    login: {
      tokenStore: { enabled: false }
      preserveUrlFragmentsForLogins: false
      allowedExternalRedirectUrls: []
      cookieExpiration: { convention: 'FixedTime', timeToExpiration: '08:00:00' }
      nonce: { validateNonce: true, nonceExpirationInterval: '00:05:00' }
    }
  }
  dependsOn: [settings]
}

// The log of the Functions host, which the app's own telemetry does not hold. Never AppServiceHTTPLogs: addresses hold tokens.
resource hostLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'host'
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'FunctionAppLogs', enabled: true }]
  }
}

@description('Name of the function app.')
output name string = app.name

@description('Address of the site.')
output url string = empty(publicUrl) ? siteUrl : publicUrl

@description('Redirect address for the Entra app registration.')
output staffRedirectUri string = '${empty(publicUrl) ? siteUrl : publicUrl}/.auth/login/aad/callback'
